"""From a reading to a paper understood: its type, title, dates, parts, demands and decisions; from papers to cases."""
