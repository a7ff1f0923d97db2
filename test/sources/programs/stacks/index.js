// Nothing: only the choice of a stack matters.
