/** The answer of the server's `GET /version`. `schema` is null while its database is away. */
export interface ServerVersion {
  version: string;
  revision?: string;
  schema: { version: number; dirty: boolean } | null;
}

/** A project; the worker turns its status from 'new' to 'ready'. */
export interface Project {
  id: number;
  name: string;
  status: string;
}

/** `GET /version` of the API at the base URL `api`. */
export function fetchVersion(api: string): Promise<ServerVersion> {
  return getJSON(`${api}/version`);
}

/** `GET /api/projects` of the API at the base URL `api`: the newest hundred. */
export async function fetchProjects(api: string): Promise<Project[]> {
  const { projects } = await getJSON<{ projects: Project[] }>(`${api}/api/projects`);
  return projects;
}

async function getJSON<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
