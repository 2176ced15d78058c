"""Document and events to Checklist: what is to be done, by whom, by when, and how far it is."""
