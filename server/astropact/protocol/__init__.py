"""Rules of the web standards as pure functions; no input or output here."""
