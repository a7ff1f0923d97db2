import { loadBalancer } from "./edge";
import "./app";
import "./egress";
import "./firewall";
import "./monitoring";
import "./webhook";

export const url = loadBalancer.dnsName;
