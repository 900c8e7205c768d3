"""What the record consists of, and what is known about one thing."""
