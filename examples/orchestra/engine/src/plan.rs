//! Orders tasks by their dependencies into stages (Kahn's algorithm, one stage per round).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A task and the ids of the tasks that must be done before it.
#[derive(Clone, Debug)]
pub struct Task {
    pub id: String,
    pub depends_on: Vec<String>,
}

/// Why tasks have no order.
#[derive(Debug, PartialEq)]
pub enum PlanError {
    Repeated(String),
    Unknown { task: String, dependency: String },
    Cycle(Vec<String>),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanError::Repeated(id) => write!(f, "task {id} is given twice"),
            PlanError::Unknown { task, dependency } => write!(f, "task {task} depends on {dependency}, which is not given"),
            PlanError::Cycle(ids) => write!(f, "tasks wait for each other: {}", ids.join(", ")),
        }
    }
}

/// Returns the stages in order; ids within a stage are sorted.
pub fn plan(tasks: &[Task]) -> Result<Vec<Vec<String>>, PlanError> {
    let mut waiting: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for task in tasks {
        let needs = task.depends_on.iter().map(String::as_str).collect();
        if waiting.insert(&task.id, needs).is_some() {
            return Err(PlanError::Repeated(task.id.clone()));
        }
    }
    for (task, needs) in &waiting {
        if let Some(dependency) = needs.iter().find(|id| !waiting.contains_key(*id)) {
            return Err(PlanError::Unknown { task: task.to_string(), dependency: dependency.to_string() });
        }
    }

    let mut stages = Vec::new();
    while !waiting.is_empty() {
        let ready: Vec<&str> = waiting.iter().filter(|(_, needs)| needs.is_empty()).map(|(id, _)| *id).collect();
        if ready.is_empty() {
            return Err(PlanError::Cycle(waiting.keys().map(|id| id.to_string()).collect()));
        }
        waiting.retain(|id, _| !ready.contains(id));
        for needs in waiting.values_mut() {
            needs.retain(|id| !ready.contains(id));
        }
        stages.push(ready.into_iter().map(String::from).collect());
    }
    Ok(stages)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(id: &str, depends_on: &[&str]) -> Task {
        Task { id: id.into(), depends_on: depends_on.iter().map(|id| id.to_string()).collect() }
    }

    #[test]
    fn independent_tasks_share_a_stage_and_dependent_ones_wait() {
        let tasks = [task("deploy", &["migrate", "test"]), task("test", &["build"]), task("migrate", &["build"]), task("build", &[])];
        assert_eq!(plan(&tasks).unwrap(), [vec!["build"], vec!["migrate", "test"], vec!["deploy"]]);
    }

    #[test]
    fn no_tasks_make_no_stages() {
        assert!(plan(&[]).unwrap().is_empty());
    }

    #[test]
    fn a_cycle_names_the_tasks_in_it() {
        let error = plan(&[task("a", &["b"]), task("b", &["a"]), task("c", &[])]).unwrap_err();
        assert_eq!(error, PlanError::Cycle(vec!["a".into(), "b".into()]));
        assert_eq!(error.to_string(), "tasks wait for each other: a, b");
    }

    #[test]
    fn an_unknown_dependency_and_a_repeated_id_are_refused() {
        assert_eq!(plan(&[task("a", &["z"])]).unwrap_err().to_string(), "task a depends on z, which is not given");
        assert_eq!(plan(&[task("a", &[]), task("a", &[])]).unwrap_err(), PlanError::Repeated("a".into()));
    }
}
