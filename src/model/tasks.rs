//! Tasks that published conclusions set — *nhiệm vụ được giao* — and how each stands on the day of the build.

use jiff::civil::Date;

use super::Story;
use crate::record::conclusions::{Task, TaskStatus};

/// How a task stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Not done, and its deadline is over.
    Late,
    /// Its deadline is over, and nothing was told of it: it may well be done.
    Untold,
    /// Under way.
    Doing,
    /// Not begun, or nothing told yet and time is left.
    Open,
    /// Done.
    Done,
}

impl Standing {
    /// All, as the page orders them: what needs looking at first.
    pub const ALL: [Standing; 5] = [Standing::Late, Standing::Untold, Standing::Doing, Standing::Open, Standing::Done];

    /// Its folder and its name in templates.
    pub fn key(self) -> &'static str {
        match self {
            Standing::Late => "qua-han",
            Standing::Untold => "den-han",
            Standing::Doing => "dang-thuc-hien",
            Standing::Open => "chua-thuc-hien",
            Standing::Done => "da-hoan-thanh",
        }
    }
}

/// A task with the story whose conclusions set it.
#[derive(Debug)]
pub struct SetTask<'a> {
    /// The task.
    pub task: &'a Task,
    /// Its story.
    pub story: &'a Story,
    /// How it stands.
    pub standing: Standing,
}

/// The tasks of stories on a day: late and open ones by deadline, done ones newest first.
pub fn tasks<'a>(stories: &[&'a Story], today: Date) -> Vec<SetTask<'a>> {
    let mut tasks = Vec::new();
    for story in stories {
        let told = story.conclusions.iter().flat_map(|conclusions| conclusions.tasks());
        tasks.extend(told.map(|task| SetTask { task, story, standing: standing(task, today) }));
    }
    // Stable: tasks of one deadline stay in the order of their stories.
    tasks.sort_by_key(|set| (set.standing, deadline_order(set)));
    tasks
}

/// Days from now on, soonest first; what is over or done, latest first; no day at all, last.
fn deadline_order(set: &SetTask) -> (bool, i32) {
    let last = set.task.due.as_ref().and_then(|due| due.last);
    let days = last.map_or(0, |day| i32::from(day.year()) * 400 + i32::from(day.day_of_year()));
    let newest_first = matches!(set.standing, Standing::Done | Standing::Untold);
    (last.is_none(), if newest_first { -days } else { days })
}

/// A task is late only if somebody told how it stands: silence is no delay.
fn standing(task: &Task, today: Date) -> Standing {
    let over = task.due.as_ref().and_then(|due| due.last).is_some_and(|last| last < today);
    match task.status {
        Some(TaskStatus::Done) => Standing::Done,
        Some(TaskStatus::Late) => Standing::Late,
        Some(TaskStatus::Open | TaskStatus::Doing) if over => Standing::Late,
        Some(TaskStatus::Doing) => Standing::Doing,
        None if task.result.is_some() => Standing::Doing,
        None if over => Standing::Untold,
        Some(TaskStatus::Open) | None => Standing::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::value::Due;
    use jiff::civil::date;

    #[test]
    fn silence_is_no_delay_and_the_last_day_still_counts() {
        use TaskStatus::{Doing, Done, Late, Open};
        let due = |last| Some(Due { last: Some(last), ..Due::default() });
        let (before, on) = (due(date(2026, 6, 29)), due(date(2026, 6, 30)));
        for (status, due, expected) in [
            (None, &before, Standing::Untold),
            (None, &on, Standing::Open),
            (None, &None, Standing::Open),
            (Some(Open), &before, Standing::Late),
            (Some(Doing), &before, Standing::Late),
            (Some(Doing), &on, Standing::Doing),
            (Some(Late), &on, Standing::Late),
            (Some(Done), &before, Standing::Done),
        ] {
            let task = Task { status, due: due.clone(), ..Task::default() };
            assert_eq!(standing(&task, date(2026, 6, 30)), expected, "{status:?} {due:?}");
        }
    }
}
