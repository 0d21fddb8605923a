//! Arrows and the small signs on lanes.

use interleave_timeline::{Mark, Paint};

use super::{Painter, Theme};

impl Painter {
    pub(super) fn arrow(&mut self, x0: f64, y0: f64, x1: f64, y1: f64, stroke: Paint, theme: &Theme) {
        let r = self.ratio;
        self.set_stroke(stroke, theme);
        self.context.set_line_width(1.4 * r);
        let head = 5.0 * r;
        let context = &self.context;
        context.begin_path();
        context.move_to(x0, y0);
        if x1 - x0 > 24.0 * r {
            let bend = ((x1 - x0) / 2.0).min(40.0 * r);
            context.bezier_curve_to(x0 + bend, y0, x1 - bend, y1, x1 - head * 0.6, y1);
            context.stroke();
            self.arrow_head(x1, y1, -head, -head * 0.6, -head, head * 0.6, stroke, theme);
        } else {
            // No room between the two times: down (or up) to the lane, bowed a little so that two do not hide each other.
            let down = if y1 >= y0 { 1.0 } else { -1.0 };
            let bow = 10.0 * r;
            context.bezier_curve_to(
                x0 + bow,
                y0 + (y1 - y0) * 0.3,
                x1 + bow * 0.4,
                y1 - (y1 - y0) * 0.3,
                x1,
                y1 - down * head * 0.6,
            );
            context.stroke();
            self.arrow_head(x1, y1, -head * 0.6, -down * head, head * 0.6, -down * head, stroke, theme);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "three points")]
    fn arrow_head(&mut self, x: f64, y: f64, dx0: f64, dy0: f64, dx1: f64, dy1: f64, paint: Paint, theme: &Theme) {
        self.set_fill(paint, theme);
        self.context.begin_path();
        self.context.move_to(x, y);
        self.context.line_to(x + dx0, y + dy0);
        self.context.line_to(x + dx1, y + dy1);
        self.context.close_path();
        self.context.fill();
    }

    fn disc(&self, x: f64, y: f64, radius: f64) {
        self.context.begin_path();
        // The radius is positive, so this cannot fail.
        let _ = self.context.arc(x, y, radius, 0.0, std::f64::consts::TAU);
    }

    fn polygon(&self, x: f64, y: f64, points: &[(f64, f64)]) {
        self.context.begin_path();
        for (row, &(dx, dy)) in points.iter().enumerate() {
            let (x, y) = (x + dx * self.ratio, y + dy * self.ratio);
            if row == 0 {
                self.context.move_to(x, y);
            } else {
                self.context.line_to(x, y);
            }
        }
    }

    pub(super) fn marker(&mut self, x: f64, y: f64, mark: Mark, paint: Paint, theme: &Theme) {
        let r = self.ratio;
        self.set_fill(paint, theme);
        self.set_stroke(paint, theme);
        self.context.set_line_width(1.6 * r);
        match mark {
            Mark::Output => {
                self.polygon(x, y, &[(-3.0, -3.5), (3.5, 0.0), (-3.0, 3.5)]);
                self.context.fill();
            }
            Mark::Request => {
                self.polygon(x, y, &[(0.0, -5.0), (0.0, 1.0)]);
                self.context.stroke();
                self.disc(x, y + 4.0 * r, 1.2 * r);
                self.context.fill();
            }
            Mark::Fail | Mark::Cut => {
                self.polygon(x, y, &[(-3.5, -3.5), (3.5, 3.5)]);
                self.context.stroke();
                self.polygon(x, y, &[(3.5, -3.5), (-3.5, 3.5)]);
                self.context.stroke();
            }
            Mark::Note => {
                self.disc(x, y, 3.0 * r);
                self.context.stroke();
            }
            Mark::Uncaught | Mark::Deadlock => {
                self.polygon(x, y, &[(0.0, -6.0), (6.0, 5.0), (-6.0, 5.0)]);
                self.context.close_path();
                self.context.fill();
                self.set_fill(Paint::Background, theme);
                self.context.fill_rect(x - 0.8 * r, y - 2.5 * r, 1.6 * r, 4.0 * r);
                self.context.fill_rect(x - 0.8 * r, y + 2.4 * r, 1.6 * r, 1.6 * r);
            }
            Mark::End => {
                self.polygon(x, y, &[(0.0, -5.0), (0.0, 5.0)]);
                self.context.set_line_width(2.5 * r);
                self.context.stroke();
            }
            Mark::Playhead => {
                self.polygon(x, y, &[(-5.0, -5.0), (5.0, -5.0), (5.0, 1.0), (0.0, 6.0), (-5.0, 1.0)]);
                self.context.close_path();
                self.context.fill();
            }
            Mark::Token => {
                // A key: the ring that is held and the blade that turns.
                self.disc(x - 2.5 * r, y, 2.6 * r);
                self.context.set_line_width(1.8 * r);
                self.context.stroke();
                self.polygon(x, y, &[(0.1, 0.0), (5.0, 0.0), (5.0, 2.6)]);
                self.context.stroke();
                self.polygon(x, y, &[(2.8, 0.0), (2.8, 2.0)]);
                self.context.stroke();
            }
        }
    }
}
