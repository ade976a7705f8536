"""Streamlit: cached resources, session state, secrets."""
import requests
import streamlit as st


class Attio:
    def __init__(self, token):
        self.token = token

    def get(self, path, **params):
        return requests.get(f"https://api.attio.com/v2/{path}", params=params, headers={"Authorization": f"Bearer {self.token}"}).json()


@st.cache_resource
def client():
    return Attio(st.secrets["attio"]["token"])


@st.cache_data(ttl=600)
def lists():
    return client().get("lists")["data"]  # call: GET /v2/lists


if "attio" not in st.session_state:
    st.session_state.attio = client()

if st.button("Members"):
    st.dataframe(st.session_state.attio.get("workspace_members"))  # call: GET /v2/workspace_members
with st.sidebar:
    slug = st.selectbox("List", [row["api_slug"] for row in lists()])
    if st.button("Query"):
        r = requests.post(f"https://api.attio.com/v2/lists/{slug}/entries/query", json={})  # call: POST /v2/lists/{list}/entries/query
        st.write(r.json())
