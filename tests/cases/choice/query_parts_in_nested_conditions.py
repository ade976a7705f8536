import requests

BASE = "https://api.attio.com/v2"


def meetings(start, end, person, company, cursor, size):
    query = "?"
    if start:
        query += "starts_after=" + start + "&"
        if end:
            query += "ends_before=" + end + "&"
    if person or company:
        query += "linked=" + (person or company) + "&"
    if cursor:
        query += "cursor=" + cursor + "&"
    query += "limit=" + (str(size) if size else "50")
    return requests.get(BASE + "/meetings" + query)  # call: GET /v2/meetings
