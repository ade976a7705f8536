"""Bounds: how much is followed, and what is said where a bound is reached.

Every bound of the engine stands here. Reaching one never drops a call: what is too much keeps what its parts have in common, and its
evidence. `reach` notes which were reached, for `--verbose`.
"""

from __future__ import annotations

OPTIONS = 64
"""Values that one expression may have. More are one text with a common beginning: tables and enumerations have a few dozen at most."""

WAYS = 96
"""Sets of guards that the options of one value have in all; with more, each option keeps those that all its ways have."""

TESTS = 400
"""Outcomes of tests in all of these sets: twenty-four branches of which each begins where all before it failed."""

TESTS_WITHIN = 48
"""The same for an item or entry of something that a function gives or leaves; with more, nothing tells its options apart."""

EFFORT = 40_000
"""Options that are looked at in one body; past that, each value keeps what is common to all ways to it. A body of some hundred lines needs
a few thousand."""

EFFORT_COLD = 3_000
"""The same in one body that has nothing of Attio; past that it is taken for a function that nobody knows: what gets Attio's things is
unresolved where it is called."""

WAYS_OF_A_TEST = 6
"""Sets of guards under which a test comes out one way for a call; with more it is only possible."""

COMBINATIONS = 256
"""Combinations of options that an operation looks at: two values of sixteen options each."""

ITEMS = 4_000
"""Items of a list or entries of a mapping that are kept apart; more are one item that stands for all."""

UNROLLED = 40
"""Items over which a loop is run one by one where its body collects; more are one item that is any of them."""

TEXT = 4_096
"""Characters of one known text. No URL is longer (RFC 9110 section 4.1 recommends 8,000 octets at least for the whole of one)."""

PIECES = 64
"""Pieces of one text: known parts and holes."""

DEPTH = 12
"""Operations within one another that wait for a caller."""

PATH = 6
"""Attributes and items from an argument (`self.parent.client.base`); more are a repeated step."""

WITHIN = 8
"""Lists, mappings, calls and attributes within one another in which evidence, and what waits for a caller, is looked for."""

CHAIN = 3
"""Calls by which objects of one place are told apart."""

ROUNDS = 4
"""Rounds in which functions that call one another are worked out again."""

BEYOND = 5
"""Further rounds of a loop in which what still changed in the last may be anything, for what hangs on that; in the last one all that one
round may leave to the next may be.
"""

SWEEPS = 12
"""Rounds in which what hangs on something that was stored for all is worked out again: a value that goes through so many globals, each set
by a function that reads the one before."""

ENTERED = 64
"""Times that one loop of a body is begun anew: in further ones, and so in loops within loops within loops, it begins with what held at its
head before."""

DECIDED = 2_000
"""Effects of a function of an installed package beside which it hands up requests of which all is known, to be reported at the project's
call: the whole of an SDK has some hundred operations."""

TRACE = 12
"""Frames of a trace that are kept."""

PLACES = 120
"""Calls that a request goes through and at which it may be reported."""

PEELED = 3
"""Rounds of a loop that changes a text of a caller's which are told apart; after more it is any of them."""

TOGETHER = 16
"""Sets of values that the variables of a loop may have together and that are told apart."""

SPREAD = 12
"""Items of an argument over which a function collects and that are told apart; more are one item that is any of them."""

SIFTED = 64
"""Ways in which the items of a comprehension may be kept that are told apart: six items of which each may be left out."""

ALIKE = 24
"""Calls of one thing at one place that a function hands up, with other arguments each; more are one call of what they have in common."""

ACTIVE = 2
"""Activations of one function within one another that are always told apart, where callers decide what it calls."""

LEVELS = 12
"""The same as long as there are few: a list of steps of which each is handed to the next, a tree of objects that the source writes out."""

DESCENTS = 64
"""Activations of one function within an outermost one, up to which there are few. One more stands for all further ones."""

DERIVED = 200
"""Modules in which classes may derive from one, by the names of their bases; of more, those that have nothing of Attio are not read: a
framework's base class has thousands."""

STATED_WITHIN = 3
"""Mappings within one another in which a list of scopes is looked for."""

RAISED = 8
"""Exceptions of the project's classes that a function hands to its callers."""

TOOLS = 200
"""Tools of servers that get them all through one function, for which that is worked out one by one; more are told as one entry point."""
