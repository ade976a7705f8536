# sends: GET /v2/lists
import httpx


class Sync:
    client = httpx.Client(base_url="https://api.example.org")

    def run(self):
        return self.client.get("/lists")


def main():
    sync = Sync()
    sync.client = httpx.Client(base_url="https://api.attio.com/v2")
    sync.run()


main()
