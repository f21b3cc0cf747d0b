//! A picture → rows of half blocks: what stands out from its background, cut out, made to fit, and
//! told from the rest by a threshold that the picture itself gives.

use super::decode::{Picture, Point};

/// The least difference from the background that is one.
const FAINT: u8 = 24;

/// How different each point is from the background, 0 to 255.
struct Ink {
    wide: usize,
    points: Vec<u8>,
}

/// The art, at most so many columns and rows; nothing where nothing stands out.
pub fn art(picture: &Picture, columns: usize, rows: usize) -> Option<String> {
    let ink = Ink::of(picture);
    if ink.points.iter().max()? < &FAINT {
        return None;
    }
    let cut = ink.cut_out(threshold(&ink.points).max(FAINT));
    let small = cut.fit(columns, rows * 2);
    let least = small.least()?;
    Some(small.blocks(least))
}

impl Ink {
    /// A picture's ground is transparent where its edge is; then what counts is how it would look
    /// on white if it is dark, on black if it is light. Otherwise it is the colour that its edge has
    /// most.
    fn of(picture: &Picture) -> Self {
        let ground = ground(picture);
        let ink = |point: &Point| {
            let pairs = point.colour.iter().zip(ground);
            let apart = pairs.map(|(of, ground)| of.abs_diff(ground)).max();
            let shown = u16::from(apart.unwrap_or(0)) * u16::from(point.cover) / 255;
            u8::try_from(shown).unwrap_or(u8::MAX)
        };
        Self {
            wide: picture.wide,
            points: picture.points.iter().map(ink).collect(),
        }
    }

    fn rows(&self) -> std::slice::ChunksExact<'_, u8> {
        self.points.chunks_exact(self.wide.max(1))
    }

    /// The part that holds all that is at least so strong.
    fn cut_out(&self, least: u8) -> Self {
        let strong = |row: &[u8]| row.iter().any(|ink| *ink >= least);
        let top = self.rows().position(strong).unwrap_or(0);
        let end = self.rows().rposition(strong).map_or(0, |last| last + 1);
        let inked = |row: &[u8], from: usize| {
            let strong = |ink: &u8| *ink >= least;
            match from {
                0 => row.iter().position(strong),
                _ => row.iter().rposition(strong),
            }
        };
        let kept = || self.rows().take(end).skip(top);
        let left = kept().filter_map(|row| inked(row, 0)).min().unwrap_or(0);
        let right = kept().filter_map(|row| inked(row, 1)).max().unwrap_or(0);
        let points = kept().flat_map(|row| row.get(left..=right).unwrap_or_default());
        Self {
            wide: right - left + 1,
            points: points.copied().collect(),
        }
    }

    /// As large as there is room for, never larger than it is, each point the mean of what it covers.
    fn fit(&self, most_wide: usize, most_high: usize) -> Self {
        let high = self.points.len() / self.wide.max(1);
        let room = (most_wide.max(1) as f32 / self.wide as f32)
            .min(most_high.max(1) as f32 / high.max(1) as f32)
            .min(1.0);
        let side = |length: usize, most: usize| {
            ((length as f32 * room).round() as usize).clamp(1, most.max(1))
        };
        let (small_wide, small_high) = (side(self.wide, most_wide), side(high, most_high));
        let mut points = Vec::with_capacity(small_wide * small_high);
        for y in 0..small_high {
            for x in 0..small_wide {
                let across = Span::of(x, small_wide, self.wide);
                points.push(self.mean(&across, &Span::of(y, small_high, high)));
            }
        }
        Self {
            wide: small_wide,
            points,
        }
    }

    fn mean(&self, across: &Span, down: &Span) -> u8 {
        let (mut sum, mut area) = (0.0, 0.0);
        for (row, tall) in self.rows().skip(down.first).zip(&down.shares) {
            for (ink, wide) in row.iter().skip(across.first).zip(&across.shares) {
                sum += f32::from(*ink) * wide * tall;
                area += wide * tall;
            }
        }
        (sum / area.max(f32::EPSILON)).round() as u8
    }

    /// What is drawn at least. A thin line fills its point by a part alone, and is drawn all the same;
    /// so is a thin gap, where nearly all is ink.
    fn least(&self) -> Option<u8> {
        let strongest = u32::from(*self.points.iter().max()?);
        let all: u32 = self.points.iter().copied().map(u32::from).sum();
        let count = u32::try_from(self.points.len()).ok()?;
        let share = |fifths: u32| u8::try_from(strongest * fifths / 5).unwrap_or(u8::MAX);
        let (low, high) = match all * 5 > strongest * count * 3 {
            true => (share(3), share(4)),
            false => (share(1), share(2)),
        };
        Some(threshold(&self.points).clamp(low, high).max(1))
    }

    /// The rows as signs, two rows of points in each, all that is at least so strong drawn.
    fn blocks(&self, least: u8) -> String {
        let rows: Vec<&[u8]> = self.rows().collect();
        let line = |pair: &[&[u8]]| {
            let drawn = |row: usize, x: usize| {
                let ink = pair.get(row).and_then(|row| row.get(x));
                ink.is_some_and(|ink| *ink >= least)
            };
            let sign = |x| match (drawn(0, x), drawn(1, x)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            };
            let line: String = (0..self.wide).map(sign).collect();
            line.trim_end().to_owned()
        };
        let lines: Vec<String> = rows.chunks(2).map(line).collect();
        lines.join("\n")
    }
}

/// Which of many points one of few covers: the first, and how much of each.
struct Span {
    first: usize,
    shares: Vec<f32>,
}

impl Span {
    /// The one at `at` of `few`, over `many`.
    fn of(at: usize, few: usize, many: usize) -> Self {
        let edge = |at: usize| at as f32 * many as f32 / few as f32;
        let (from, to) = (edge(at), edge(at + 1));
        let first = from.floor() as usize;
        let last = (to.ceil() as usize).clamp(first + 1, many.max(first + 1));
        let share = |n: usize| (to.min((n + 1) as f32) - from.max(n as f32)).max(0.0);
        Self {
            first,
            shares: (first..last).map(share).collect(),
        }
    }
}

/// The colour of a picture's background.
fn ground(picture: &Picture) -> [u8; 3] {
    let edge: Vec<Point> = edge(picture).collect();
    let clear = edge.iter().filter(|point| point.cover < 128).count();
    if clear * 2 >= edge.len() {
        let weigh = |(light, covers): (u64, u64), point: &Point| {
            let cover = u64::from(point.cover);
            (light + brightness(point.colour) * cover, covers + cover)
        };
        let (light, covers) = picture.points.iter().fold((0, 0), weigh);
        return match light < 128 * covers {
            true => [u8::MAX; 3],
            false => [0; 3],
        };
    }
    most_common(edge.iter().filter(|point| point.cover >= 128))
}

fn edge(picture: &Picture) -> impl Iterator<Item = Point> {
    let wide = picture.wide.max(1);
    let last = (picture.points.len() / wide).saturating_sub(1);
    let on_edge = move |at: &usize| {
        let (y, x) = (at / wide, at % wide);
        y == 0 || y == last || x == 0 || x + 1 == wide
    };
    let points = picture.points.iter().copied().enumerate();
    points.filter(move |(at, _)| on_edge(at)).map(|(_, of)| of)
}

/// How light a colour is (ITU-R BT.601), 0 to 255.
fn brightness([red, green, blue]: [u8; 3]) -> u64 {
    (299 * u64::from(red) + 587 * u64::from(green) + 114 * u64::from(blue)) / 1000
}

/// The mean of those colours that are nearly the same and most.
fn most_common<'a>(points: impl Iterator<Item = &'a Point>) -> [u8; 3] {
    let mut bins = std::collections::BTreeMap::<[u8; 3], (u32, [u32; 3])>::new();
    for point in points {
        let (count, sums) = bins.entry(point.colour.map(|part| part / 32)).or_default();
        *count += 1;
        for (sum, part) in sums.iter_mut().zip(point.colour) {
            *sum += u32::from(part);
        }
    }
    let most = bins.into_values().max_by_key(|(count, _)| *count);
    let (count, sums) = most.unwrap_or((1, [0; 3]));
    sums.map(|sum| u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX))
}

/// Where the strong points part from the weak ones: the cut that leaves both sides as alike within
/// as can be (Otsu 1979).
fn threshold(points: &[u8]) -> u8 {
    let mut counts = [0_u32; 256];
    for ink in points {
        if let Some(count) = counts.get_mut(usize::from(*ink)) {
            *count += 1;
        }
    }
    let all = f64::from(u32::try_from(points.len()).unwrap_or(u32::MAX));
    let weighed = |(ink, count): (u32, &u32)| f64::from(ink) * f64::from(*count);
    let whole: f64 = (0..).zip(&counts).map(weighed).sum();
    let (mut below, mut sum, mut best) = (0.0, 0.0, (0.0, 0));
    for (ink, count) in (0_u8..=u8::MAX).zip(&counts) {
        let above = all - below;
        if below > 0.0 && above > 0.0 {
            let apart = sum / below - (whole - sum) / above;
            let spread = below * above * apart * apart;
            if spread > best.0 {
                best = (spread, ink);
            }
        }
        below += f64::from(*count);
        sum += f64::from(ink) * f64::from(*count);
    }
    best.1
}
