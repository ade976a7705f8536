# sends: nothing
# near: the host is replaced
import requests


def main():
    u = "https://api.attio.com/v2/notes"
    requests.get(u.replace("api.attio.com", "proxy.internal"))
    requests.get("https://proxy.internal/?target=" + u)
    requests.get(f"https://api.attio.com.evil.example/v2/notes")
    requests.get("https://example.com/api.attio.com/v2/notes")
    requests.get("https://api.attio.com@evil.example/v2/notes")
    requests.get(u.replace("https://api.attio.com", "http://localhost:9000"))


main()
