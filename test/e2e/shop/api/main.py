import os

from flask import Flask

app = Flask(__name__)


@app.get("/health")
def health():
    return "ok"


@app.get("/")
def home():
    return {"service": os.environ.get("K_SERVICE"), "region": os.environ.get("SHOP_REGION")}


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=int(os.environ["PORT"]))
