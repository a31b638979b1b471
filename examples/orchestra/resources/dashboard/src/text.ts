/** The words of the page. */
export const text = {
  title: 'Orchestra',
  greeting: 'Every part plays from the same score.',
  showProjects: 'Show projects',
  noProjects: 'No projects yet.',
};
