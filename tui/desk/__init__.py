"""The one screen as the commands see it: what is open, what is done to it, and the disk."""
