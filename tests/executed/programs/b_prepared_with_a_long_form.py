# sends: POST /v2/notes
import requests

BODY = """# Weekly review

""" + "\n".join(
    [
        "Numbers: pipeline, meetings held, meetings planned, proposals sent, proposals won, proposals lost, churn, expansion, referrals.",
        "People: who joined, who left, who is on leave, who needs help, who can help, who should be thanked, who must be asked.",
        "Risks: contracts that end, contracts that renew, contracts in legal, invoices unpaid, incidents open, incidents closed.",
        "Plans: campaigns, launches, events, hiring, migration, pricing, security review, data model, integrations, retirement.",
        "Numbers: pipeline, meetings held, meetings planned, proposals sent, proposals won, proposals lost, churn, expansion, referrals.",
        "People: who joined, who left, who is on leave, who needs help, who can help, who should be thanked, who must be asked.",
        "Risks: contracts that end, contracts that renew, contracts in legal, invoices unpaid, incidents open, incidents closed.",
        "Plans: campaigns, launches, events, hiring, migration, pricing, security review, data model, integrations, retirement.",
        "Numbers: pipeline, meetings held, meetings planned, proposals sent, proposals won, proposals lost, churn, expansion, referrals.",
        "People: who joined, who left, who is on leave, who needs help, who can help, who should be thanked, who must be asked.",
        "Risks: contracts that end, contracts that renew, contracts in legal, invoices unpaid, incidents open, incidents closed.",
        "Plans: campaigns, launches, events, hiring, migration, pricing, security review, data model, integrations, retirement.",
    ]
)


def main():
    with requests.Session() as session:
        prepared = requests.Request("POST", "https://api.attio.com/v2/notes", json={"data": {"content": BODY, "title": "Review"}}).prepare()
        session.send(prepared)


main()
