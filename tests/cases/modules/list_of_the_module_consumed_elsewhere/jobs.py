JOBS = []


def plan(verb, tail):
    JOBS.append((verb, "https://api.attio.com/v2" + tail))
