import { fetchProjects } from './api.ts';
import { text } from './text.ts';
import { useLoaded } from './useLoaded.ts';

/** The newest projects and what the worker made of them. */
export default function Projects({ api }: { api: string }) {
  const projects = useLoaded(() => fetchProjects(api));
  if (projects.state === 'loading') return <p>Loading…</p>;
  if (projects.state === 'failed') return <p role="alert">No projects to see: {projects.reason}</p>;
  if (projects.value.length === 0) return <p>{text.noProjects}</p>;
  return (
    <ul>
      {projects.value.map((project) => (
        <li key={project.id}>
          {project.name} <small>{project.status}</small>
        </li>
      ))}
    </ul>
  );
}
