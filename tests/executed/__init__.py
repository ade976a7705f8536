"""Small programs that are really run, with stub transports, and compared with what the analyser says of them.

`shapes` reads the programs, `runs` and `worker` run them, `transports` stands in for the HTTP libraries' last step, `verdict` compares.

    python -m tests.executed                       the counts, and each program that is not ok
    python -m tests.executed --only NAME --show    one program with its lines, what it sent and what was reported
    python -m tests.executed --record              write the present verdicts down as the known gaps
"""
