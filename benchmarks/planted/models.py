"""What Attio calls values, as rows and back."""

from framework import Base2
from framework import function as shaped


class AttioRow(Base2):
    """A record as the application has it."""

    def __init__(self, values, **options):
        super().__init__(**options)
        self.values = values

    def to_attio(self):
        return {name: [{"value": each} for each in given] for name, given in self.values.items()}

    @classmethod
    def of(cls, record):
        return cls({name: shaped(given) for name, given in record["values"].items()})


def rows(records):
    """A row for each record."""
    return [AttioRow.of(record) for record in records]
