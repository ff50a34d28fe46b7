-- By which session a browser asked for web push: whoever signs out, there or from elsewhere, gets none on it any more.
-- A session that merely ends by time takes nothing with it, so that who is on call is still reached.
alter table platform.push_subscription add column session_id bigint;

-- Signing out looks them up by it.
create index push_subscription_session on platform.push_subscription (session_id) where session_id is not null;
