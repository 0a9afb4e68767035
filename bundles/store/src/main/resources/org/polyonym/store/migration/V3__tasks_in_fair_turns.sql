-- Start-time fair queueing: each authority's next task has the turn after its last one, or after the last turn that is done,
-- whichever is later.
ALTER TABLE task ADD COLUMN authority VARCHAR(100) DEFAULT '' NOT NULL;
ALTER TABLE task ADD COLUMN turn BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX task_turn ON task (state, turn, seq);
CREATE INDEX task_authority ON task (authority, turn);
