# sends: GET /v2/files, GET /v2/files/{file_id}
import engine

ROOT = "https://api.attio.com/v2"


def locate(tail):
    return ROOT + tail


if __name__ == "__main__":
    engine.run(locate)
