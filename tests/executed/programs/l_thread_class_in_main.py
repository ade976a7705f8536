# sends: GET /v2/meetings
import threading

import requests


def main():
    base = "https://api.attio.com/v2"

    class Worker(threading.Thread):
        def run(self):
            requests.get(f"{base}/meetings")

    worker = Worker()
    worker.start()
    worker.join()


main()
