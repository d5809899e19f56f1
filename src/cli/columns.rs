use unicode_width::UnicodeWidthStr as _;

/// Rows of words as a table: each column as wide as its widest words, two spaces between them.
pub(super) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let words = rows.iter().filter_map(|row| row.get(column));
        words.map(|words| words.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (words, width) in row.iter().zip(&widths) {
            line.push_str(words);
            line.push_str(&" ".repeat(width.saturating_sub(words.width()) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn columns_stand_below_each_other_whatever_the_script() {
        let rows =
            [["a", "приказ", "x"], ["бұйрық", "b", ""]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(columns(&rows), "a       приказ  x\nбұйрық  b\n");
    }
}
