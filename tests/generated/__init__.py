"""Random integrations that know by construction which endpoints each of their lines calls.

    project    files, names and imports of a program under construction
    paths      endpoints, and the ways to write a path
    kept       the ways to keep a path somewhere else
    addresses  the ways to keep Attio's address
    clients    the ways to send a request
    objects    more of them: the program's own classes
    uses       the ways to use a client
    flows      more of them: what happens to the call, the path or the client on the way
    reuses     more of them: again and again, through modules, by registries, with state that is set later
    programs   all of that together, and the comparison with what the tool reports

What a line calls stands behind it as in tests/cases, so that a program that the tool reads wrongly is a case as it is.
"""
