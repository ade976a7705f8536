# sends: GET /v2/files
import store
import wiring


def main():
    wiring.wire()
    store.CLIENTS["crm"].get("/files")


if __name__ == "__main__":
    main()
