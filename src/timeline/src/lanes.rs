//! Which lanes there are, in which order, how high.
//!
//! Cores, then the tree process → thread → task, then objects (GIL first, futures last, the others by name). Groups fold. The page
//! draws the header column from this list, so that it can be read and focused; the frame draws the rest beside it.

use std::collections::BTreeSet;

use interleave_trace::sorted::sort_by_unique_key;
use interleave_trace::{ObjectKind, Trace, TrackId, TrackKind};

use crate::index::{TimelineIndex, is_gil};
use crate::internal::is_internal;
use crate::strings::{Lang, Msg, text};

/// A group that can be folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKey {
    Cores,
    Objects,
    /// A process (its threads), or a thread (its tasks).
    Track(TrackId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LaneKind {
    /// Header of the cores, or of the objects.
    Group,
    Core,
    Process,
    Thread,
    Task,
    Object(ObjectKind),
}

impl LaneKind {
    /// For `data-lane-kind` and the like.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Core => "core",
            Self::Process => "process",
            Self::Thread => "thread",
            Self::Task => "task",
            Self::Object(kind) => match kind {
                ObjectKind::Gil => "gil",
                ObjectKind::Lock => "lock",
                ObjectKind::RLock => "rlock",
                ObjectKind::Semaphore => "semaphore",
                ObjectKind::Event => "event",
                ObjectKind::Condition => "condition",
                ObjectKind::Barrier => "barrier",
                ObjectKind::Queue => "queue",
                ObjectKind::Pipe => "pipe",
                ObjectKind::Pool => "pool",
                ObjectKind::Future => "future",
                ObjectKind::Loop => "loop",
                ObjectKind::Memory => "memory",
            },
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub kind: LaneKind,
    /// `None` for the headers of the cores and of the objects.
    pub track: Option<TrackId>,
    pub name: String,
    /// Indentation in the header column.
    pub depth: u8,
    /// Top, in content px.
    pub y_px: f32,
    pub h_px: f32,
    /// The group it opens, if it opens one.
    pub group: Option<GroupKey>,
    pub collapsed: bool,
    /// Of a thread or task.
    pub colour: Option<u8>,
}

/// Heights in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LaneMetrics {
    pub group_px: f32,
    pub core_px: f32,
    pub process_px: f32,
    pub thread_px: f32,
    pub task_px: f32,
    pub object_px: f32,
    pub gap_px: f32,
}

impl LaneMetrics {
    /// For a pointer and a wide window.
    pub const ROOMY: Self = Self {
        group_px: 24.0,
        core_px: 20.0,
        process_px: 24.0,
        thread_px: 28.0,
        task_px: 22.0,
        object_px: 20.0,
        gap_px: 2.0,
    };
    /// For narrow windows and embeds.
    pub const COMPACT: Self = Self {
        group_px: 20.0,
        core_px: 16.0,
        process_px: 20.0,
        thread_px: 24.0,
        task_px: 18.0,
        object_px: 16.0,
        gap_px: 1.0,
    };
}

#[derive(Clone, Copy, Debug)]
pub struct LaneOptions<'o> {
    pub metrics: LaneMetrics,
    pub collapsed: &'o BTreeSet<GroupKey>,
    pub lang: Lang,
}

/// The lanes from top to bottom. Costs by the number of tracks: call it when tracks, names or folds change, not for
/// every frame.
#[must_use]
pub fn lanes(trace: &Trace, index: &TimelineIndex, options: LaneOptions<'_>) -> Lanes {
    let mut children: Vec<Vec<TrackId>> = vec![Vec::new(); trace.tracks.len()];
    let (mut cores, mut roots, mut objects) = (Vec::new(), Vec::new(), Vec::new());
    for (row, track) in trace.tracks.iter().enumerate() {
        let id = TrackId(row as u32);
        match (track.kind, track.parent) {
            (TrackKind::Core, _) => cores.push(id),
            (TrackKind::Object(_), _) if is_internal(trace, id) => {}
            (TrackKind::Object(_), _) => objects.push(id),
            // Processes stand beside one another; which started which is said by arrows.
            (TrackKind::Process, _) | (_, None) => roots.push(id),
            // Tasks stand below the task that made them.
            (TrackKind::Task, Some(parent)) if index.maker(id).is_some_and(|maker| parent < maker && maker < id) => {
                let maker = index.maker(id).unwrap_or(parent);
                if let Some(list) = children.get_mut(maker.0 as usize) {
                    list.push(id);
                }
            }
            (_, Some(parent)) => match children.get_mut(parent.0 as usize) {
                Some(list) if parent < id => list.push(id),
                _ => roots.push(id),
            },
        }
    }
    let several = trace.tracks.iter().filter(|t| t.kind == TrackKind::Process).count() > 1;
    let mut out = Builder { trace, index, options, lanes: Vec::new(), y_px: 0.0, children };
    if !cores.is_empty() && out.header(GroupKey::Cores, Msg::Cores) {
        for id in cores {
            out.add(LaneKind::Core, id, 1, false);
        }
    }
    for id in roots {
        out.tree(id, 0);
    }
    sort_by_unique_key(&mut objects, |&id| {
        let gil = trace.track(id).is_some_and(|t| is_gil(t.kind));
        // Of futures there are many, and each is waited for once.
        let future = trace.track(id).is_some_and(|t| t.kind == TrackKind::Object(ObjectKind::Future));
        (!gil, future, if gil { "" } else { trace.track_name(id) }, id)
    });
    if !objects.is_empty() && out.header(GroupKey::Objects, Msg::Objects) {
        for id in objects {
            let kind = match trace.track(id).map(|t| t.kind) {
                Some(TrackKind::Object(kind)) => kind,
                _ => continue,
            };
            out.add(LaneKind::Object(kind), id, 1, several);
        }
    }
    let list = out.lanes;
    let mut by_track = vec![u32::MAX; trace.tracks.len()];
    for (n, lane) in list.iter().enumerate() {
        if let Some(place) = lane.track.and_then(|id| by_track.get_mut(id.0 as usize)) {
            *place = n as u32;
        }
    }
    // Parents come before their children, so one pass folds everything into the nearest visible lane.
    for row in 0..by_track.len() {
        let parent = trace.tracks.get(row).and_then(|t| t.parent).filter(|p| (p.0 as usize) < row);
        let folded = parent.and_then(|p| by_track.get(p.0 as usize).copied()).unwrap_or(u32::MAX);
        if let Some(place) = by_track.get_mut(row).filter(|p| **p == u32::MAX) {
            *place = folded;
        }
    }
    Lanes { list, by_track }
}

/// The lanes from top to bottom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    pub list: Vec<Lane>,
    by_track: Vec<u32>,
}

impl Lanes {
    /// In content px.
    #[must_use]
    pub fn height_px(&self) -> f32 {
        self.list.last().map_or(0.0, |l| l.y_px + l.h_px)
    }

    /// The lane of a track; if it is folded away, the lane it is folded into.
    #[must_use]
    pub fn of(&self, track: TrackId) -> Option<&Lane> {
        self.list.get(*self.by_track.get(track.0 as usize)? as usize)
    }

    /// The lane at a height in content px, gaps between lanes not included.
    #[must_use]
    pub fn at_y(&self, y_px: f32) -> Option<(usize, &Lane)> {
        let n = self.list.partition_point(|l| l.y_px <= y_px).checked_sub(1)?;
        self.list.get(n).filter(|l| y_px < l.y_px + l.h_px).map(|l| (n, l))
    }

    /// The lanes that touch a stretch of content.
    #[must_use]
    pub fn between(&self, top_px: f32, bottom_px: f32) -> &[Lane] {
        let from = self.list.partition_point(|l| l.y_px + l.h_px <= top_px);
        let to = self.list.partition_point(|l| l.y_px < bottom_px);
        self.list.get(from..to).unwrap_or_default()
    }
}

const MAX_DEPTH: u8 = 16;

struct Builder<'t> {
    trace: &'t Trace,
    index: &'t TimelineIndex,
    options: LaneOptions<'t>,
    lanes: Vec<Lane>,
    y_px: f32,
    children: Vec<Vec<TrackId>>,
}

impl Builder<'_> {
    fn push(&mut self, mut lane: Lane, h_px: f32) {
        lane.y_px = self.y_px;
        lane.h_px = h_px;
        self.y_px += h_px + self.options.metrics.gap_px;
        self.lanes.push(lane);
    }

    /// Returns whether the group is open.
    fn header(&mut self, key: GroupKey, msg: Msg) -> bool {
        let collapsed = self.options.collapsed.contains(&key);
        let lane = Lane {
            kind: LaneKind::Group,
            track: None,
            name: text(msg, self.options.lang).to_owned(),
            depth: 0,
            y_px: 0.0,
            h_px: 0.0,
            group: Some(key),
            collapsed,
            colour: None,
        };
        self.push(lane, self.options.metrics.group_px);
        !collapsed
    }

    fn tree(&mut self, id: TrackId, depth: u8) {
        let kind = match self.trace.track(id).map(|t| t.kind) {
            Some(TrackKind::Process) => LaneKind::Process,
            Some(TrackKind::Task) => LaneKind::Task,
            _ => LaneKind::Thread,
        };
        let open = self.add(kind, id, depth, false);
        // Real trees are three deep; a damaged file may claim anything.
        if open && depth < MAX_DEPTH {
            // invariant: a child's id is larger than its parent's, so this ends.
            let below = self.children.get_mut(id.0 as usize).map(std::mem::take).unwrap_or_default();
            for child in below {
                self.tree(child, depth.saturating_add(1));
            }
        }
    }

    fn add(&mut self, kind: LaneKind, id: TrackId, depth: u8, qualified: bool) -> bool {
        let metrics = self.options.metrics;
        let h_px = match kind {
            LaneKind::Group => metrics.group_px,
            LaneKind::Core => metrics.core_px,
            LaneKind::Process => metrics.process_px,
            LaneKind::Thread => metrics.thread_px,
            LaneKind::Task => metrics.task_px,
            LaneKind::Object(_) => metrics.object_px,
        };
        let opens = self.children.get(id.0 as usize).is_some_and(|c| !c.is_empty());
        let key = GroupKey::Track(id);
        let collapsed = opens && self.options.collapsed.contains(&key);
        let process = self.trace.track(id).and_then(|t| t.parent).filter(|_| qualified);
        let name = match process {
            Some(process) => format!("{} · {}", self.trace.track_name(id), self.trace.track_name(process)),
            None => self.trace.track_name(id).to_owned(),
        };
        let coloured = matches!(kind, LaneKind::Thread | LaneKind::Task);
        let lane = Lane {
            kind,
            track: Some(id),
            name,
            depth,
            y_px: 0.0,
            h_px: 0.0,
            group: opens.then_some(key),
            collapsed,
            colour: coloured.then(|| self.index.colour(id)),
        };
        self.push(lane, h_px);
        !collapsed
    }
}
