//! What fingers, pens and mice on the timeline mean. Plain state and numbers, so that it can be tested without a browser.
//!
//! A click sets the playhead. A drag moves the window; a drag that begins on the ruler moves the playhead. Two fingers
//! zoom about their middle.

/// Less movement than this is a click.
const SLOP_PX: f32 = 4.0;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// Put the playhead here.
    Seek {
        x_px: f32,
    },
    /// Move the window by so much (positive: later).
    Pan {
        by_px: f32,
    },
    Zoom {
        about_px: f32,
        factor: f64,
    },
    /// A click, at the place where it was let go.
    Click {
        x_px: f32,
        y_px: f32,
    },
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Pointer {
    id: i32,
    x_px: f32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Drag {
    #[default]
    None,
    /// Down, not yet moved.
    Pressed {
        x_px: f32,
        y_px: f32,
        on_ruler: bool,
    },
    Panning,
    Scrubbing,
    /// Two fingers were down: what is left of them is no click.
    Pinching,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gestures {
    pointers: Vec<Pointer>,
    drag: Drag,
}

impl Gestures {
    pub fn down(&mut self, id: i32, x_px: f32, y_px: f32, on_ruler: bool) -> Option<Meaning> {
        self.pointers.retain(|pointer| pointer.id != id);
        self.pointers.push(Pointer { id, x_px });
        if self.pointers.len() > 1 {
            self.drag = Drag::Pinching;
            return None;
        }
        self.drag = if on_ruler { Drag::Scrubbing } else { Drag::Pressed { x_px, y_px, on_ruler } };
        on_ruler.then_some(Meaning::Seek { x_px })
    }

    pub fn moved(&mut self, id: i32, x_px: f32, y_px: f32) -> Option<Meaning> {
        let row = self.pointers.iter().position(|pointer| pointer.id == id)?;
        let other = self.pointers.iter().find(|pointer| pointer.id != id).copied();
        let pointer = self.pointers.get_mut(row)?;
        let before_px = pointer.x_px;
        pointer.x_px = x_px;
        match (self.drag, other) {
            (Drag::Pinching, Some(other)) => {
                let (before, after) = ((before_px - other.x_px).abs().max(8.0), (x_px - other.x_px).abs().max(8.0));
                Some(Meaning::Zoom { about_px: (x_px + other.x_px) / 2.0, factor: f64::from(after / before) })
            }
            (Drag::Scrubbing, _) => Some(Meaning::Seek { x_px }),
            (Drag::Panning, _) => Some(Meaning::Pan { by_px: before_px - x_px }),
            (Drag::Pressed { x_px: x0_px, y_px: y0_px, .. }, _) => {
                if (x_px - x0_px).abs().max((y_px - y0_px).abs()) < SLOP_PX {
                    return None;
                }
                self.drag = Drag::Panning;
                Some(Meaning::Pan { by_px: x0_px - x_px })
            }
            (Drag::None | Drag::Pinching, _) => None,
        }
    }

    pub fn up(&mut self, id: i32, x_px: f32, y_px: f32) -> Option<Meaning> {
        self.pointers.retain(|pointer| pointer.id != id);
        let drag = self.drag;
        if self.pointers.is_empty() {
            self.drag = Drag::None;
        }
        matches!(drag, Drag::Pressed { .. }).then_some(Meaning::Click { x_px, y_px })
    }

    /// The browser took the pointer away (a scroll, another window).
    pub fn cancel(&mut self, id: i32) {
        self.pointers.retain(|pointer| pointer.id != id);
        if self.pointers.is_empty() {
            self.drag = Drag::None;
        }
    }

    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.drag == Drag::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_is_a_click_and_a_drag_is_not() {
        let mut gestures = Gestures::default();
        assert_eq!(gestures.down(1, 100.0, 50.0, false), None);
        assert_eq!(gestures.moved(1, 102.0, 50.0), None);
        assert_eq!(gestures.up(1, 102.0, 50.0), Some(Meaning::Click { x_px: 102.0, y_px: 50.0 }));
        gestures.down(1, 100.0, 50.0, false);
        assert_eq!(gestures.moved(1, 110.0, 50.0), Some(Meaning::Pan { by_px: -10.0 }));
        assert_eq!(gestures.moved(1, 105.0, 50.0), Some(Meaning::Pan { by_px: 5.0 }));
        assert_eq!(gestures.up(1, 105.0, 50.0), None);
        assert!(gestures.is_idle());
    }

    #[test]
    fn the_ruler_scrubs() {
        let mut gestures = Gestures::default();
        assert_eq!(gestures.down(1, 10.0, 3.0, true), Some(Meaning::Seek { x_px: 10.0 }));
        assert_eq!(gestures.moved(1, 11.0, 3.0), Some(Meaning::Seek { x_px: 11.0 }));
        assert_eq!(gestures.up(1, 11.0, 3.0), None);
    }

    #[test]
    fn two_fingers_zoom_about_their_middle() {
        let mut gestures = Gestures::default();
        gestures.down(1, 100.0, 50.0, false);
        gestures.down(2, 200.0, 50.0, false);
        assert_eq!(gestures.moved(2, 300.0, 50.0), Some(Meaning::Zoom { about_px: 200.0, factor: 2.0 }));
        assert_eq!(gestures.up(1, 100.0, 50.0), None);
        assert_eq!(gestures.moved(2, 250.0, 50.0), None);
        assert_eq!(gestures.up(2, 250.0, 50.0), None);
        assert!(gestures.is_idle());
    }

    #[test]
    fn pointers_that_were_never_down_mean_nothing() {
        let mut gestures = Gestures::default();
        assert_eq!(gestures.moved(7, 1.0, 1.0), None);
        assert_eq!(gestures.up(7, 1.0, 1.0), None);
        gestures.cancel(7);
        assert!(gestures.is_idle());
    }
}
