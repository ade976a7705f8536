# expects nothing
SCOPES = {
    ("GET", "/v2/lists"): ["list_configuration:read"],
    ("POST", "/v2/notes"): ["note:read-write"],
}


def scopes_for(method, path):
    return SCOPES.get((method, path.replace("https://api.attio.com", "")), [])


scopes_for("GET", "https://api.attio.com/v2/lists")
