"""Whether the same sources give the same bytes and modes under other circumstances."""
