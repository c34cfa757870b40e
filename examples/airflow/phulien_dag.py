"""A DAG for Airflow 3: every night the month that is due, then a look whether all that is published is whole.

`phulien` tries again by itself what may pass, so Airflow does not: a wrong figure stays wrong until somebody mends it.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

PHULIEN = "/opt/phulien/.venv/bin/phulien"
SITE = "/var/lib/phulien/site"

with DAG(
    dag_id="phulien",
    description="Publish the month that is due",
    schedule="30 2 * * *",
    start_date=datetime(2025, 8, 1, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
    catchup=False,  # the calendar of the wards says what is due; a night that was missed is in the next
    max_active_runs=1,
    default_args={"retries": 0, "execution_timeout": timedelta(hours=2)},
) as dag:
    publish = BashOperator(
        task_id="publish",
        bash_command=f"cd /opt/phulien && exec {PHULIEN} run --month auto --ward all --out {SITE} --retries 2 --log -",
    )
    verify = BashOperator(task_id="verify", bash_command=f"exec {PHULIEN} verify --ward all --out {SITE}")
    publish >> verify
