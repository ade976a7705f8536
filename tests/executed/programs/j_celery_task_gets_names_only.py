# sends: PUT /v2/objects/{object}/records
import requests
from celery import Celery

app = Celery("jobs")


@app.task(bind=True, max_retries=3)
def upsert(self, slug, values):
    requests.put(f"https://api.attio.com/v2/objects/{slug}/records", json={"data": {"values": values}})


upsert.delay("companies", {"name": "Acme"})
