"""An integer program, neutral between solvers."""


class Sum(dict):
    """A linear expression: coefficients by column."""

    def add(self, other, factor=1):
        for column, coefficient in other.items():
            self[column] = self.get(column, 0) + factor * coefficient
        return self


class Program:
    def __init__(self):
        self.lower, self.upper = [], []
        self.rows = []  # (low or None, high or None, Sum)

    def column(self, upper=1, lower=0):
        """An integer column."""
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.lower) - 1

    def row(self, terms, low=None, high=None):
        terms = {column: coefficient for column, coefficient in terms.items() if coefficient}
        if terms or (low or 0) > 0 or (high or 0) < 0:
            self.rows.append((low, high, terms))

    def at_most_one(self, columns):
        columns = set(columns)
        if len(columns) > 1:
            self.row(dict.fromkeys(columns, 1), high=1)

    @property
    def nonzeros(self):
        return sum(len(terms) for _, _, terms in self.rows)
