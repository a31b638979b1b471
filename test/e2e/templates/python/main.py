import os

import uvicorn
from fastapi import FastAPI

app = FastAPI()


@app.get("/health")
def health(name: str = "FastAPI"):
    return {"hello": name}


if __name__ == "__main__":
    uvicorn.run(app, host="0.0.0.0", port=int(os.environ["PORT"]))
