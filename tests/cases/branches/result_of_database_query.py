import requests
from sqlalchemy.orm import Session

BASE = "https://api.attio.com/v2"


def sync(db: Session, model, user):
    link = db.query(model).filter_by(user_id=user.id).first()
    if not link:
        created = requests.post(f"{BASE}/objects/people/records", json={}).json()  # call: POST /v2/objects/{object}/records
        db.add(model(record_id=created["data"]["id"]["record_id"]))
    else:
        requests.patch(f"{BASE}/objects/people/records/{link.record_id}", json={})  # call: PATCH /v2/objects/{object}/records/{record_id}


def sync_cursor(cursor, email):
    cursor.execute("select record_id from people where email = ?", (email,))
    row = cursor.fetchone()
    if row is None:
        return requests.put(f"{BASE}/objects/people/records", json={})  # call: PUT /v2/objects/{object}/records
    return requests.get(f"{BASE}/objects/people/records/{row[0]}")  # call: GET /v2/objects/{object}/records/{record_id}
