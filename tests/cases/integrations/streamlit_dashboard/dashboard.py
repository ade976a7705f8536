import pandas as pd
import requests
import streamlit as st

st.set_page_config(page_title="Attio pipeline")

API_KEY = st.sidebar.text_input("API key", type="password")
BASE = "https://api.attio.com/v2"


@st.cache_resource
def session(key: str) -> requests.Session:
    s = requests.Session()
    s.headers["Authorization"] = f"Bearer {key}"
    return s


@st.cache_data(ttl=300)
def get(path: str, key: str) -> list[dict]:
    return session(key).get(f"{BASE}{path}").json()["data"]


@st.cache_data(ttl=300, show_spinner=False)
def entries(list_id: str, key: str) -> pd.DataFrame:
    rows: list[dict] = []
    while True:
        r = session(key).post(f"{BASE}/lists/{list_id}/entries/query", json={"limit": 500, "offset": len(rows)})  # call: POST /v2/lists/{list}/entries/query
        batch = r.json()["data"]
        rows += batch
        if len(batch) < 500:
            return pd.json_normalize(rows)


lists = {row["name"]: row["id"]["list_id"] for row in get("/lists", API_KEY)}  # call: GET /v2/lists
choice = st.selectbox("List", list(lists))
st.dataframe(entries(lists[choice], API_KEY))
st.session_state.get("/notes")
st.write(get("/workspace_members", API_KEY))  # call: GET /v2/workspace_members
