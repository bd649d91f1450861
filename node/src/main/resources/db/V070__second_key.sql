-- The key of ML-DSA-65 with which a party signs its ledger beside the first one; empty where it does not. Source: spec/ledger, LEDGER-27.
alter table ledger_key add column second text not null default '';
