"""Everything a person touches in a terminal: the app, its screens, the commands."""

import os

# Read by Textual when it is first imported. Animated scrolling costs a hundred times the output,
# and with the kitty protocol long commits of an input method arrive as garbage keys.
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
# What comes after a key's first paint, such as the hits of a letter, waits for the next frame.
os.environ.setdefault("TEXTUAL_FPS", "120")
