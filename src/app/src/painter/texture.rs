//! Textures: what makes kinds of waiting different without colour.

use interleave_timeline::{Paint, Pattern};
use wasm_bindgen::JsCast;
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

use super::{Painter, TINT, Theme};
use crate::dom;

/// A texture repeats after so many px, before the pixel ratio.
const TILE_PX: f64 = 8.0;

impl Painter {
    /// One tile: the colour as a tint, the texture's lines in the colour itself, so that a wait is lighter than work.
    pub(super) fn make_texture(&self, paint: Paint, pattern: Pattern, theme: &Theme) -> Option<CanvasPattern> {
        let side = (TILE_PX * self.ratio).round().max(4.0);
        let tile: HtmlCanvasElement = dom::document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        tile.set_width(side as u32);
        tile.set_height(side as u32);
        let context = tile.get_context("2d").ok().flatten()?.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let colour = theme.colour(paint);
        context.set_fill_style_str(&theme.background);
        context.fill_rect(0.0, 0.0, side, side);
        context.set_fill_style_str(colour);
        context.set_global_alpha(TINT);
        context.fill_rect(0.0, 0.0, side, side);
        context.set_global_alpha(1.0);
        context.set_stroke_style_str(colour);
        context.set_line_width((side / 6.0).max(1.0));
        context.begin_path();
        let dot = |x: f64, y: f64, radius: f64| {
            context.begin_path();
            // The radius is positive, so this cannot fail.
            let _ = context.arc(x * side, y * side, radius * side, 0.0, std::f64::consts::TAU);
            context.fill();
        };
        // A diagonal runs past the tile's edges so that its ends meet those of the next tile.
        let diagonal = |up: bool| {
            for shift in [-1.0, 0.0, 1.0] {
                let (from, to) = if up { (1.5, -0.5) } else { (-0.5, 1.5) };
                context.move_to((shift - 0.5) * side, from * side);
                context.line_to((shift + 1.5) * side, to * side);
            }
        };
        match pattern {
            Pattern::DiagonalHatch => diagonal(true),
            Pattern::CrossHatch => {
                context.set_line_width((side / 8.0).max(1.0));
                diagonal(true);
                diagonal(false);
            }
            Pattern::Dots => {
                dot(0.25, 0.25, 0.14);
                dot(0.75, 0.75, 0.14);
                context.begin_path();
            }
            Pattern::SparseDots => {
                dot(0.5, 0.5, 0.1);
                context.begin_path();
            }
            Pattern::HorizontalLines => {
                context.set_line_width((side / 8.0).max(1.0));
                context.move_to(0.0, side * 0.5);
                context.line_to(side, side * 0.5);
            }
            Pattern::VerticalLines => {
                context.move_to(side * 0.5, 0.0);
                context.line_to(side * 0.5, side);
            }
            Pattern::Dashes => {
                context.move_to(side * 0.1, side * 0.25);
                context.line_to(side * 0.6, side * 0.25);
                context.move_to(side * 0.6, side * 0.75);
                context.line_to(side * 1.1, side * 0.75);
            }
            Pattern::Outline => {}
        }
        context.stroke();
        self.context.create_pattern_with_html_canvas_element(&tile, "repeat").ok().flatten()
    }
}
