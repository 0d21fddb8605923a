//! Turns a display list into canvas calls.
//!
//! Colours come from the style sheet's custom properties and are read once per theme; a texture is prepared once per
//! theme, pixel ratio and use. Keeps true: nothing here depends on the trace, and a frame allocates nothing but the
//! strings that the canvas itself takes. All coordinates are scaled here, so a texture's pixels are the screen's.

mod shapes;
mod texture;
mod theme;

use interleave_timeline::{DisplayList, Op, Paint, Pattern, TextAlign, TextStyle};
use wasm_bindgen::JsCast;
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

pub use self::theme::Theme;
use crate::dom;

/// Boxes from this size on have an edge.
const EDGED_PX: f32 = 4.0;

/// How much of a state's colour tints the ground under its texture.
const TINT: f64 = 0.2;

/// What the context was last told, so that it is told again only when it changes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fill {
    Unknown,
    Colour(Paint),
    Texture(Paint, Pattern),
}

/// Paints onto one canvas.
#[derive(Debug)]
pub struct Painter {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    ratio: f64,
    textures: Vec<(Paint, Pattern, CanvasPattern)>,
    fonts: [String; 5],
    fill: Fill,
    stroke: Option<Paint>,
    font: Option<TextStyle>,
    align: Option<TextAlign>,
    alpha: f32,
    /// Whether the last rectangle was textured: ink on a texture is the page's, on a full colour the lane's.
    on_texture: bool,
}

fn style_row(style: TextStyle) -> usize {
    match style {
        TextStyle::Label => 0,
        TextStyle::Small => 1,
        TextStyle::Tick => 2,
        TextStyle::Title => 3,
        TextStyle::Name => 4,
    }
}

impl Painter {
    /// `None` where the browser gives no 2D context.
    #[must_use]
    pub fn new(canvas: HtmlCanvasElement, theme: &Theme) -> Option<Self> {
        let context = canvas.get_context("2d").ok().flatten()?.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let mut painter = Self {
            canvas,
            context,
            ratio: 1.0,
            textures: Vec::new(),
            fonts: Default::default(),
            fill: Fill::Unknown,
            stroke: None,
            font: None,
            align: None,
            alpha: 1.0,
            on_texture: false,
        };
        painter.set_theme(theme);
        Some(painter)
    }

    #[must_use]
    pub fn is_on(&self, canvas: &HtmlCanvasElement) -> bool {
        self.canvas == *canvas
    }

    /// After a change of theme, text size or pixel ratio.
    pub fn set_theme(&mut self, theme: &Theme) {
        self.textures.clear();
        self.ratio = 0.0;
        self.set_fonts(theme);
    }

    fn set_fonts(&mut self, theme: &Theme) {
        let styles = [TextStyle::Label, TextStyle::Small, TextStyle::Tick, TextStyle::Title, TextStyle::Name];
        self.fonts = styles.map(|style| {
            let weight = if style.is_bold() { 600 } else { 400 };
            let family = if style == TextStyle::Tick { &theme.mono } else { &theme.sans };
            format!("{weight} {}px {family}", f64::from(style.size_px()) * self.ratio.max(0.5))
        });
    }

    /// The canvas' size in CSS px, divided by the text scale: what a layout should be made for.
    #[must_use]
    pub fn size_px(&self, theme: &Theme) -> (f32, f32) {
        let scale = theme.text_scale.max(0.5);
        (
            (f64::from(self.canvas.client_width()) / scale) as f32,
            (f64::from(self.canvas.client_height()) / scale) as f32,
        )
    }

    pub fn paint(&mut self, list: &DisplayList, theme: &Theme) {
        let device = dom::device_pixel_ratio();
        let ratio = device * theme.text_scale.max(0.5);
        if (ratio - self.ratio).abs() > f64::EPSILON {
            self.ratio = ratio;
            self.textures.clear();
            self.set_fonts(theme);
        }
        let width = (f64::from(self.canvas.client_width()) * device).round() as u32;
        let height = (f64::from(self.canvas.client_height()) * device).round() as u32;
        if self.canvas.width() != width || self.canvas.height() != height {
            // Setting a size clears the canvas and forgets the context's state.
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        self.context.set_text_baseline("middle");
        self.fill = Fill::Unknown;
        self.stroke = None;
        self.font = None;
        self.align = None;
        self.alpha = 1.0;
        self.context.set_global_alpha(1.0);
        self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        let mut clips = 0_u32;
        for op in &list.ops {
            match op {
                Op::Clip { .. } => clips += 1,
                Op::Unclip if clips == 0 => continue,
                Op::Unclip => clips -= 1,
                _ => {}
            }
            self.draw(op, list, theme);
        }
        for _ in 0..clips {
            self.context.restore();
        }
    }

    fn draw(&mut self, op: &Op, list: &DisplayList, theme: &Theme) {
        let r = self.ratio;
        let px = |value: f32| f64::from(value) * r;
        match *op {
            Op::Rect { x, y, w, h, radius, fill, pattern, alpha } => {
                self.set_alpha(alpha);
                self.on_texture = pattern.is_some();
                match pattern {
                    Some(Pattern::Outline) => self.outline(px(x), px(y), px(w), px(h), px(radius), fill, theme),
                    Some(pattern) => {
                        self.set_texture(fill, pattern, theme);
                        self.fill_box(px(x), px(y), px(w), px(h), px(radius));
                        // The tint alone is too pale to be seen as a box; a sliver is all edge already.
                        if w >= EDGED_PX && h >= EDGED_PX {
                            self.edge(px(x), px(y), px(w), px(h), px(radius), fill, theme);
                        }
                    }
                    None if alpha < 1.0 && matches!(fill, Paint::State(_)) => {
                        // A translucent state colour is the quiet ground for letters on its texture.
                        self.on_texture = true;
                        self.set_alpha(1.0);
                        self.set_fill(Paint::Background, theme);
                        self.fill_box(px(x), px(y), px(w), px(h), px(radius));
                        self.set_alpha(TINT as f32);
                        self.set_fill(fill, theme);
                        self.fill_box(px(x), px(y), px(w), px(h), px(radius));
                    }
                    None => {
                        self.set_fill(fill, theme);
                        self.fill_box(px(x), px(y), px(w), px(h), px(radius));
                    }
                }
            }
            Op::Frame { x, y, w, h, radius, stroke, width, dashed, alpha } => {
                self.set_alpha(alpha);
                self.set_stroke(stroke, theme);
                self.context.set_line_width(px(width));
                self.set_dash(dashed);
                self.context.begin_path();
                let inset = px(width) / 2.0;
                let (w, h) = ((px(w) - 2.0 * inset).max(0.0), (px(h) - 2.0 * inset).max(0.0));
                self.box_path(px(x) + inset, px(y) + inset, w, h, px(radius));
                self.context.stroke();
                self.set_dash(false);
            }
            Op::Line { x0, y0, x1, y1, width, stroke, dashed } => {
                self.set_alpha(1.0);
                self.set_stroke(stroke, theme);
                self.context.set_line_width(px(width).max(1.0));
                self.set_dash(dashed);
                // A hairline is sharp when it runs through the middle of the screen's pixels.
                let (x0, x1) =
                    if x0.to_bits() == x1.to_bits() { (crisp(px(x0)), crisp(px(x1))) } else { (px(x0), px(x1)) };
                let (y0, y1) =
                    if y0.to_bits() == y1.to_bits() { (crisp(px(y0)), crisp(px(y1))) } else { (px(y0), px(y1)) };
                self.context.begin_path();
                self.context.move_to(x0, y0);
                self.context.line_to(x1, y1);
                self.context.stroke();
                self.set_dash(false);
            }
            Op::Arrow { x0, y0, x1, y1, stroke, alpha } => {
                self.set_alpha(alpha);
                self.arrow(px(x0), px(y0), px(x1), px(y1), stroke, theme);
            }
            Op::Text { x, y, max_w, align, style, paint, alpha, .. } => {
                let text = list.text(op);
                if text.is_empty() || max_w < style.size_px() {
                    return;
                }
                self.set_alpha(alpha);
                let on_texture = self.on_texture && paint == Paint::Ink;
                self.set_fill(if on_texture { Paint::Text } else { paint }, theme);
                if self.font != Some(style) {
                    self.context.set_font(self.fonts.get(style_row(style)).map_or("", String::as_str));
                    self.font = Some(style);
                }
                if self.align != Some(align) {
                    self.context.set_text_align(match align {
                        TextAlign::Left => "left",
                        TextAlign::Centre => "center",
                        TextAlign::Right => "right",
                    });
                    self.align = Some(align);
                }
                // Layouts know estimated widths; where that is not clearly enough, the font in use is asked.
                let estimated = style.width_px(text);
                let factor = if estimated < max_w * 0.75 {
                    1.0
                } else {
                    let measured = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
                    (measured / r) as f32 / estimated.max(1.0)
                };
                // Fails only when the canvas' own memory runs out; the next frame tries again.
                let _ = self.context.fill_text(&style.fit(text, max_w / factor.max(0.1)), px(x), px(y));
            }
            Op::Marker { x, y, mark, paint, alpha } => {
                self.set_alpha(alpha);
                self.marker(px(x), px(y), mark, paint, theme);
            }
            Op::Clip { x, y, w, h } => {
                self.context.save();
                self.context.begin_path();
                self.context.rect(px(x), px(y), px(w), px(h));
                self.context.clip();
            }
            Op::Unclip => {
                self.context.restore();
                // The context went back to what it knew at the clip.
                self.fill = Fill::Unknown;
                self.stroke = None;
                self.font = None;
                self.align = None;
                self.alpha = -1.0;
            }
        }
    }

    /// A hairline inside a box, in the colour that its texture has.
    #[expect(clippy::too_many_arguments, reason = "a box, its corner and its colour")]
    fn edge(&mut self, x: f64, y: f64, w: f64, h: f64, radius: f64, paint: Paint, theme: &Theme) {
        let width = self.ratio.max(1.0);
        let inset = width / 2.0;
        self.set_stroke(paint, theme);
        self.context.set_line_width(width);
        self.set_dash(false);
        self.context.begin_path();
        self.box_path(x + inset, y + inset, w - width, h - width, (radius - inset).max(0.0));
        self.context.stroke();
    }

    fn set_alpha(&mut self, alpha: f32) {
        if self.alpha.to_bits() != alpha.to_bits() {
            self.alpha = alpha;
            self.context.set_global_alpha(f64::from(alpha));
        }
    }

    fn set_fill(&mut self, paint: Paint, theme: &Theme) {
        if self.fill != Fill::Colour(paint) {
            self.fill = Fill::Colour(paint);
            self.context.set_fill_style_str(theme.colour(paint));
        }
    }

    fn set_stroke(&mut self, paint: Paint, theme: &Theme) {
        if self.stroke != Some(paint) {
            self.stroke = Some(paint);
            self.context.set_stroke_style_str(theme.colour(paint));
        }
    }

    fn set_dash(&self, dashed: bool) {
        let dashes = js_sys::Array::new();
        if dashed {
            dashes.push(&(4.0 * self.ratio).into());
            dashes.push(&(3.0 * self.ratio).into());
        }
        // Fails only for values that are not numbers.
        let _ = self.context.set_line_dash(&dashes);
    }

    fn set_texture(&mut self, paint: Paint, pattern: Pattern, theme: &Theme) {
        if self.fill == Fill::Texture(paint, pattern) {
            return;
        }
        let known = self.textures.iter().position(|(p, t, _)| *p == paint && *t == pattern);
        let row = known.or_else(|| {
            let texture = self.make_texture(paint, pattern, theme)?;
            self.textures.push((paint, pattern, texture));
            Some(self.textures.len() - 1)
        });
        match row.and_then(|row| self.textures.get(row)) {
            Some((_, _, texture)) => {
                self.context.set_fill_style_canvas_pattern(texture);
                self.fill = Fill::Texture(paint, pattern);
            }
            None => self.set_fill(paint, theme),
        }
    }

    fn box_path(&self, x: f64, y: f64, w: f64, h: f64, radius: f64) {
        let radius = radius.min(w / 2.0).min(h / 2.0);
        if radius < 0.5 || self.context.round_rect_with_f64(x, y, w, h, radius).is_err() {
            self.context.rect(x, y, w, h);
        }
    }

    fn fill_box(&self, x: f64, y: f64, w: f64, h: f64, radius: f64) {
        if radius < 0.5 || w < 3.0 {
            self.context.fill_rect(x, y, w, h);
        } else {
            self.context.begin_path();
            self.box_path(x, y, w, h, radius);
            self.context.fill();
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a rectangle has four numbers")]
    fn outline(&mut self, x: f64, y: f64, w: f64, h: f64, radius: f64, paint: Paint, theme: &Theme) {
        let line = self.ratio.max(1.0);
        if w < 3.0 * line {
            let before = self.alpha;
            self.set_alpha(before * 0.5);
            self.set_fill(paint, theme);
            self.context.fill_rect(x, y, w, h);
            self.set_alpha(before);
            return;
        }
        self.set_stroke(paint, theme);
        self.context.set_line_width(line);
        self.context.begin_path();
        self.box_path(x + line / 2.0, y + line / 2.0, w - line, (h - line).max(0.0), radius);
        self.context.stroke();
    }
}

fn crisp(at: f64) -> f64 {
    at.floor() + 0.5
}

/// A swatch of a category's texture, for the legend.
pub fn paint_swatch(canvas: &HtmlCanvasElement, paint: Paint, pattern: Option<Pattern>, theme: &Theme) {
    let Some(mut painter) = Painter::new(canvas.clone(), theme) else { return };
    let mut list = DisplayList::default();
    let (width, height) = painter.size_px(theme);
    list.reset(width, height);
    list.ops.push(Op::Rect { x: 0.0, y: 0.0, w: width, h: height, radius: 2.0, fill: paint, pattern, alpha: 1.0 });
    painter.paint(&list, theme);
}
