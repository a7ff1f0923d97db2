import { alarmHasAction } from "./alarm-has-action";
import { alarmMissingData } from "./alarm-missing-data";
import { alarmTopicKey } from "./alarm-topic-key";
import { alarmTopicPolicy } from "./alarm-topic-policy";
import { failedLoginAlarmPath } from "./failed-login-alarm-path";
import { topicHasSubscriber } from "./topic-has-subscriber";

export const alarms = [failedLoginAlarmPath, alarmHasAction, topicHasSubscriber, alarmTopicKey, alarmTopicPolicy, alarmMissingData];
