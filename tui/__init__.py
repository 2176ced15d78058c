"""Everything a person touches in a terminal: the app, its screens, the commands."""
