# expects nothing
import webbrowser

APP = "https://app.attio.com"


def link(workspace, record_id):
    return f"{APP}/{workspace}/person/{record_id}"


def show(workspace, record):
    print("Open", link(workspace, record["id"]))
    print("https://api.attio.com/v2/lists")
    webbrowser.open(f"{APP}/{workspace}/settings/developers")
    return {"text": f"<{APP}/{workspace}|Attio>", "docs": "https://docs.attio.com/rest-api"}
