"""leaders: readers of the sources of leaders.tsv, one a file, and what makes one person of their spells."""
