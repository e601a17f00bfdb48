/**
 * Invented secrets of every kind, put together at run time so that no scanner of this repository takes them for real ones. Each is
 * a text as it would stand in a file, with the secret in it.
 */
import { generateKeyPairSync } from "node:crypto";
import { randomFrom } from "./generated-text.js";

export interface InventedSecret {
  readonly kind: string;
  readonly text: string;
  readonly secret: string;
}

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const DIGITS = "0123456789";
const BASE62 = LOWER + UPPER + DIGITS;
const HEX = "0123456789abcdef";

type Make = (of: (alphabet: string, length: number) => string, pick: <T>(list: readonly T[]) => T) => readonly [text: (secret: string) => string, secret: string];

const plain = (secret: string): string => secret;
const as = (template: string) => (secret: string): string => template.replace("§", secret);

function pem(kind: "ed25519" | "rsa" | "rsa-pkcs8"): string {
  const { privateKey } = kind === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("rsa", { modulusLength: 1024 });
  return privateKey.export({ type: kind === "rsa" ? "pkcs1" : "pkcs8", format: "pem" }).toString().trimEnd();
}

const MAKERS: Readonly<Record<string, Make>> = {
  "uuid as ZAIF_API_KEY": (of) => [as("ZAIF_API_KEY=§\n"), `${of(HEX, 8)}-${of(HEX, 4)}-4${of(HEX, 3)}-a${of(HEX, 3)}-${of(HEX, 12)}`],
  "generic API_KEY in .env": (of, pick) => [as(`${pick(["WEATHER", "MAPS", "PAYMENT", "ERP"])}_API_KEY=§\n`), of(BASE62, 32)],
  "generic secret in JSON": (of) => [as('{ "clientSecret": "§", "retries": 3 }'), of(`${BASE62}-_`, 40)],
  "generic token in YAML": (of) => [as("deploy:\n  access_token: §\n  host: h1\n"), of(BASE62, 36)],
  "hex secret in TOML": (of) => [as('[auth]\nsecret_key = "§"\n'), of(HEX, 64)],
  "token in code": (of) => [as('const authToken = "§";'), of(BASE62, 32)],
  "password in .env": (of, pick) => [as(`${pick(["DB", "SMTP", "ADMIN"])}_PASSWORD=§\n`), `${of(UPPER, 1)}${of(LOWER, 4)}${of(DIGITS, 3)}!${of(LOWER, 2)}`],
  "password in JSON": (of) => [as('{"user":"app","password":"§"}'), `${of(UPPER, 2)}${of(LOWER, 4)}${of(DIGITS, 3)}#`],
  "password in YAML": (of) => [as("database:\n  password: §\n"), `${of(LOWER, 5)}${of(UPPER, 2)}${of(DIGITS, 3)}`],
  "password in XML": (of) => [as("<dataSource><password>§</password></dataSource>"), `${of(LOWER, 5)}${of(UPPER, 2)}${of(DIGITS, 3)}`],
  "password in properties": (of) => [as("spring.datasource.password=§\n"), `${of(LOWER, 5)}${of(UPPER, 2)}${of(DIGITS, 3)}`],
  "password of a connection string": (of) => [as("Server=db1;Database=crm;User Id=app;Password=§;"), `${of(LOWER, 5)}${of(UPPER, 2)}${of(DIGITS, 3)}`],
  "パスワード： in a document": (of) => [as("ログインID：k.sato\n初期パスワード：§\n"), `${of(LOWER, 4)}${of(DIGITS, 4)}`],
  "パスワードは「…」です": (of) => [as("添付ファイルのパスワードは「§」です。"), `${of(BASE62, 8)}7a`],
  "パスワード in full width": (of) => [as("パスワード　：　§"), `${of(LOWER, 4)}${of(DIGITS, 4)}`],
  "PW: in a mail": (of) => [as("ID: shibu01\nPW: §\n"), `${of(UPPER, 1)}${of(LOWER, 4)}${of(DIGITS, 3)}`],
  "暗証番号": (of) => [as("キャッシュカードの暗証番号：§"), `7${of("02468", 1)}1${of("359", 1)}`],
  "password in English mail": (of) => [as("Login: ksato\nPassword: §\n"), `${of(UPPER, 1)}${of(LOWER, 4)}${of(DIGITS, 3)}`],
  "postgres URL": (of) => [as("postgres://app:§@db1.corp.internal:5432/crm"), of(BASE62, 14)],
  "mysql URL": (of) => [as("mysql://app:§@db1.corp.internal/crm"), of(BASE62, 14)],
  "mongodb URL": (of) => [as("mongodb+srv://app:§@cluster0.k3x9q.mongodb.net/crm"), of(BASE62, 14)],
  "redis URL": (of) => [as("redis://:§@cache1.corp.internal:6379/0"), of(BASE62, 14)],
  "amqp URL": (of) => [as("amqps://svc:§@mq1.corp.internal/vh"), of(BASE62, 14)],
  "basic-auth URL": (of) => [as("curl https://deploy:§@git.corp.internal.jp/repo.git"), of(BASE62, 16)],
  "Basic header": (of) => [as("Authorization: Basic §"), Buffer.from(`deploy:${of(BASE62, 14)}7`).toString("base64")],
  "Bearer header": (of) => [as("Authorization: Bearer §"), of(BASE62, 40)],
  "key in a query": (of) => [as("GET /v1/items?lang=ja&api_key=§&page=2"), of(BASE62, 32)],
  "JWT": (of) => [
    as('token = "§"'),
    `${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString("base64url")}.${Buffer.from(`{"sub":"u-${of(DIGITS, 6)}","iat":17${of(DIGITS, 8)}}`).toString("base64url")}.${of(BASE62, 43)}`,
  ],
  "PEM private key": () => [plain, pem("ed25519")],
  "RSA private key": () => [plain, pem("rsa")],
  "private key in JSON": () => [
    (secret) => `{"type":"service_account","private_key":"${secret}\\n","client_email":"svc@p.iam.gserviceaccount.com"}`,
    pem("rsa-pkcs8").replaceAll("\n", "\\n"),
  ],
  "AWS access key id": (of) => [as("aws_access_key_id = §\n"), `AKIA${of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16)}`],
  "AWS secret access key": (of) => [as("aws_secret_access_key = §\n"), of(`${BASE62}/+`, 38) + "7Q"],
  "Google API key": (of) => [as('key: "§",'), `AIza${of(`${BASE62}_-`, 34)}8`],
  "Google OAuth secret": (of) => [as('"client_secret":"§"'), `GOCSPX-${of(`${BASE62}_`, 28)}`],
  "Azure storage key": (of) => [as("DefaultEndpointsProtocol=https;AccountName=crm1;AccountKey=§;EndpointSuffix=core.windows.net"), `${of(`${BASE62}+/`, 86)}==`],
  "GitHub token": (of) => [as("git clone https://§@github.com/o/r.git"), `ghp_${of(BASE62, 36)}`],
  "GitHub fine-grained token": (of) => [as("GH=§"), `github_pat_${of(BASE62, 22)}_${of(BASE62, 59)}`],
  "GitLab token": (of) => [as("PRIVATE-TOKEN: §"), `glpat-${of(BASE62, 20)}`],
  "Slack bot token": (of) => [as("slack: §"), `xoxb-${of(DIGITS, 12)}-${of(DIGITS, 12)}-${of(BASE62, 24)}`],
  "Slack webhook": (of) => [plain, `https://hooks.slack.com/services/T${of(UPPER, 8)}/B${of(UPPER, 8)}/${of(BASE62, 24)}`],
  "Stripe live key": (of) => [as("stripe.api_key = '§'"), `sk_live_${of(BASE62, 24)}`],
  "Stripe webhook secret": (of) => [as("endpoint_secret = '§'"), `whsec_${of(BASE62, 32)}`],
  "npm token": (of) => [as("//registry.npmjs.org/:_authToken=§\n"), `npm_${of(BASE62, 36)}`],
  "PyPI token": (of) => [as("password = §\n"), `pypi-AgEIcHlwaS5vcmc${of(`${BASE62}-_`, 80)}`],
  "LINE channel access token": (of) => [as("LINE_CHANNEL_ACCESS_TOKEN=§\n"), `${of(`${BASE62}+/`, 171)}=`],
  "LINE channel secret": (of) => [as("チャネルシークレット：§"), of(HEX, 32)],
  "SendGrid key": (of) => [as("SENDGRID=§"), `SG.${of(BASE62, 22)}.${of(BASE62, 43)}`],
  "Twilio auth token": (of) => [as("TWILIO_AUTH_TOKEN=§\n"), of(HEX, 32)],
  "Twilio API key": (of) => [as("sid: §"), `SK${of(HEX, 32)}`],
  "OpenAI project key": (of) => [as("OPENAI=§"), `sk-proj-${of(`${BASE62}_-`, 74)}T3BlbkFJ${of(`${BASE62}_-`, 73)}x`],
  "Anthropic key": (of) => [as("x-api-key: §"), `sk-ant-api03-${of(`${BASE62}_-`, 93)}AA`],
  "Hugging Face token": (of) => [as("hf: §"), `hf_${of(LOWER + UPPER, 34)}`],
  "Telegram bot token": (of) => [as("bot §"), `7${of(DIGITS, 9)}:AA${of(`${BASE62}_-`, 32)}x`],
  "htpasswd apr1": (of) => [as("deploy:§\n"), `$apr1$${of(BASE62, 8)}$${of(BASE62, 22)}`],
  "htpasswd bcrypt": (of) => [as("deploy:§\n"), `$2y$10$${of(BASE62, 53)}`],
  "shadow SHA-512": (of) => [as("root:§:19700:0:99999:7:::\n"), `$6$${of(BASE62, 16)}$${of(BASE62, 86)}`],
  "APIキー in a document": (of) => [as("地図サービスのAPIキー：§"), of(BASE62, 32)],
};

/** @param rounds of each kind so many */
export function inventSecrets(rounds: number, seed = 7): InventedSecret[] {
  const random = randomFrom(seed);
  const of = (alphabet: string, length: number): string => Array.from({ length }, () => alphabet[random(alphabet.length)]).join("");
  const pick = <T>(list: readonly T[]): T => list[random(list.length)];
  return Object.entries(MAKERS).flatMap(([kind, make]) =>
    Array.from({ length: kind.includes("RSA") || kind.includes("JSON") ? Math.min(rounds, 20) : rounds }, () => {
      const [text, secret] = make(of, pick);
      return { kind, text: text(secret), secret };
    }),
  );
}
