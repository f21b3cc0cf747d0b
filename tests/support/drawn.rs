//! Reads a drawn code as a person does: by the letters it is most like.

use keyhatch::domain::human::{CELL_COLUMNS, LENGTH, LETTERS, PLACES, ROWS, cell};

/// The code of rows of ink and paper.
pub fn read(rows: &[Vec<bool>]) -> String {
    assert_eq!(rows.len(), ROWS);
    (0..LENGTH)
        .map(|at| {
            let part = |row: &Vec<bool>| row[at * CELL_COLUMNS..(at + 1) * CELL_COLUMNS].to_vec();
            let seen: Vec<bool> = rows.iter().flat_map(part).collect();
            let unlike = |letter: u8| {
                let places = (0..PLACES).map(|place| {
                    let drawn = cell(letter, place);
                    let pairs = drawn.iter().flatten().zip(&seen);
                    pairs.filter(|(drawn, seen)| drawn != seen).count()
                });
                places.min().unwrap()
            };
            let best = LETTERS.iter().min_by_key(|letter| unlike(**letter));
            char::from(*best.unwrap())
        })
        .collect()
}

/// The code drawn on a screen above its field, in half blocks or in plain signs.
pub fn read_screen(screen: &str) -> String {
    let ink = |c: char| "█▀▄#".contains(c);
    let drawn = |line: &&str| line.chars().any(ink) && line.chars().all(|c| ink(c) || c == ' ');
    let field = screen.lines().find_map(|line| line.find('['));
    let left = field.unwrap_or_else(|| panic!("no field:\n{screen}")) + 1;
    let wide = LENGTH * CELL_COLUMNS;
    let halves = screen.contains(['▀', '▄']);
    let mut rows: Vec<Vec<bool>> = Vec::new();
    for line in screen.lines().filter(drawn) {
        let blank = std::iter::repeat(' ');
        let line: Vec<char> = line.chars().skip(left).chain(blank).take(wide).collect();
        rows.push(line.iter().map(|c| "█▀#".contains(*c)).collect());
        if halves {
            rows.push(line.iter().map(|c| "█▄".contains(*c)).collect());
        }
    }
    assert!(!rows.is_empty(), "no drawing:\n{screen}");
    // A first or last row without ink is no line; whichever it was, the letters are the same.
    rows.resize(ROWS, vec![false; wide]);
    read(&rows)
}
