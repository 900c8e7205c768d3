"""Links between the record and other data sets: their evidence, exchange and faults."""
