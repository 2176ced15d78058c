"""What is laid over the one screen: each asks one thing and gives back the answer, or None."""
