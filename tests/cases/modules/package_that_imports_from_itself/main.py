from stages import crm, shared


def run(stage):
    if stage == 8:
        return crm.send("GET", f"{shared.BASE}/notes")  # call: GET /v2/notes
    return None
