# sends: POST /v2/notes
# near: the fallback of a false answer is Attio's, the first is not
# answers: [{"status": 503}, {"status": 200}]
import requests


def save(text):
    answer = requests.post("https://api.notion.com/v1/pages", json={"text": text})
    if not answer:
        answer = requests.post("https://api.attio.com/v2/notes", json={"text": text})
    return answer


save("x")
