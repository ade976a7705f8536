# sends: GET /v2/notes
# near: the dict of the module holds two vendors' clients under their keys
import httpx

clients = {}


def startup():
    clients["attio"] = httpx.Client(base_url="https://api.attio.com/v2")
    clients["notion"] = httpx.Client(base_url="https://api.notion.com/v1")


def main():
    startup()
    clients["attio"].get("/notes")
    clients["notion"].get("/pages")


main()
