___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "AskFirst Consent Mode",
  "categories": [
    "UTILITY"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": "AskFirst"
  },
  "description": "Tells Google's tags what a visitor has allowed in AskFirst: denied by default, one update at each decision and on each page. Fire it on Consent Initialization.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "GROUP",
    "name": "categories",
    "displayName": "Categories",
    "groupStyle": "NO_ZIPPY",
    "subParams": [
      {
        "type": "TEXT",
        "name": "marketing",
        "displayName": "Advertising",
        "simpleValueType": true,
        "defaultValue": "marketing",
        "help": "Id of the category in the configuration of AskFirst that speaks for ad_storage, ad_user_data and ad_personalization. Empty: it stays denied."
      },
      {
        "type": "TEXT",
        "name": "analytics",
        "displayName": "Measurement",
        "simpleValueType": true,
        "defaultValue": "analytics",
        "help": "Id of the category in the configuration of AskFirst that speaks for analytics_storage. Empty: it stays denied."
      },
      {
        "type": "TEXT",
        "name": "personalization",
        "displayName": "Personalization",
        "simpleValueType": true,
        "defaultValue": "personalization",
        "help": "Id of the category in the configuration of AskFirst that speaks for functionality_storage and personalization_storage. Empty: it stays denied."
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "waitForUpdate",
    "displayName": "Milliseconds that tags wait for an answer of an earlier page",
    "simpleValueType": true,
    "defaultValue": "500",
    "valueValidators": [
      {
        "type": "NON_NEGATIVE_NUMBER"
      }
    ],
    "help": "At most 2000."
  },
  {
    "type": "CHECKBOX",
    "name": "adsDataRedaction",
    "checkboxText": "Leave advertising identifiers out while advertising is denied",
    "simpleValueType": true,
    "defaultValue": true
  },
  {
    "type": "CHECKBOX",
    "name": "urlPassthrough",
    "checkboxText": "Carry advertising identifiers from page to page in links",
    "simpleValueType": true,
    "defaultValue": false
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

/**
 * Follows window.askFirst, which the page loads by itself, before this container or behind it. What cannot be read is denied.
 */
const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const createQueue = require('createQueue');
const gtagSet = require('gtagSet');
const makeNumber = require('makeNumber');
const setDefaultConsentState = require('setDefaultConsentState');
const updateConsentState = require('updateConsentState');

/** What is necessary is granted without a question, and so speaks for nothing. */
const signalOf = function(id) {
  return id && id !== 'necessary' && callInWindow('askFirst.granted', id) === true ? 'granted' : 'denied';
};

/** Whether Google's tags have heard of an opt-out in the words of United States law. */
let wasOut = false;

/** What nobody has decided is told to nobody, unless the browser's signal has decided it. */
const tell = function() {
  if (!copyFromWindow('askFirst.state.decidedAt') && copyFromWindow('askFirst.state.gpc.applied') !== true) return;
  const marketing = signalOf(data.marketing);
  const personalization = signalOf(data.personalization);
  const isOut = marketing === 'denied' && copyFromWindow('askFirst.state.regime') === 'opt-out';
  if (isOut !== wasOut) gtagSet({ restricted_data_processing: isOut, allow_ad_personalization_signals: !isOut });
  wasOut = isOut;
  updateConsentState({
    ad_storage: marketing,
    ad_user_data: marketing,
    ad_personalization: marketing,
    analytics_storage: signalOf(data.analytics),
    functionality_storage: personalization,
    personalization_storage: personalization
  });
};

/** At each decision, after it is stored and before anything that was gated runs. */
const listen = function() {
  tell();
  callInWindow('askFirst.on', 'signals', tell);
};

const wait = makeNumber(data.waitForUpdate);
setDefaultConsentState({
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
  wait_for_update: wait >= 0 && wait <= 2000 ? wait : 500
});
gtagSet({ ads_data_redaction: data.adsDataRedaction !== false, url_passthrough: data.urlPassthrough === true });

if (copyFromWindow('askFirst.version')) listen();
else createQueue('askFirst')(listen);

data.gtmOnSuccess();


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "askFirst"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "askFirst.version"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "askFirst.state.decidedAt"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "askFirst.state.gpc.applied"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "askFirst.state.regime"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "askFirst.granted"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "askFirst.on"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_consent",
        "versionId": "1"
      },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_user_data"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_personalization"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "analytics_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "functionality_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "personalization_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "security_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "write_data_layer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "ads_data_redaction"
              },
              {
                "type": 1,
                "string": "url_passthrough"
              },
              {
                "type": 1,
                "string": "restricted_data_processing"
              },
              {
                "type": 1,
                "string": "allow_ad_personalization_signals"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: A first visit - denied by default, and one update at the decision
  code: |-
    runCode(data);
    assertApi('setDefaultConsentState').wasCalledWith({
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
      analytics_storage: 'denied',
      functionality_storage: 'denied',
      personalization_storage: 'denied',
      security_storage: 'granted',
      wait_for_update: 500
    });
    assertApi('gtagSet').wasCalledWith({ ads_data_redaction: true, url_passthrough: false });
    assertThat(updates).isEqualTo([]);
    assertApi('gtmOnSuccess').wasCalled();
    grant(true);
    decides();
    assertThat(updates).isEqualTo([all]);
- name: A return - the update comes at once
  code: |-
    grant(true);
    granted.marketing = false;
    runCode(data);
    assertThat(updates).isEqualTo(['denied denied denied granted granted granted']);
- name: A change and a withdrawal - one update each
  code: |-
    grant(true);
    runCode(data);
    granted.analytics = false;
    decides();
    grant(false);
    decides();
    assertThat(updates).isEqualTo([all, 'granted granted granted denied granted granted', denied]);
- name: A container that comes first - it waits in the queue of AskFirst
  code: |-
    found['askFirst.version'] = undefined;
    let queued;
    mock('createQueue', function() {
      return function(listener) {
        queued = listener;
      };
    });
    runCode(data);
    assertApi('createQueue').wasCalledWith('askFirst');
    assertApi('callInWindow').wasNotCalled();
    grant(true);
    queued();
    assertThat(updates).isEqualTo([all]);
- name: A signal of the browser in the United States - told in the words of that law
  code: |-
    found['askFirst.state.regime'] = 'opt-out';
    found['askFirst.state.gpc.applied'] = true;
    granted.analytics = true;
    runCode(data);
    assertApi('gtagSet').wasCalledWith({ restricted_data_processing: true, allow_ad_personalization_signals: false });
    assertThat(updates).isEqualTo(['denied denied denied granted denied denied']);
    grant(true);
    decides();
    assertApi('gtagSet').wasCalledWith({ restricted_data_processing: false, allow_ad_personalization_signals: true });
- name: Options - what is necessary speaks for nothing, and no wait is longer than two seconds
  code: |-
    data.marketing = 'necessary';
    data.personalization = '';
    data.waitForUpdate = '5000';
    data.urlPassthrough = true;
    granted.necessary = true;
    grant(true);
    runCode(data);
    assertApi('gtagSet').wasCalledWith({ ads_data_redaction: true, url_passthrough: true });
    assertThat(updates).isEqualTo(['denied denied denied granted denied denied']);
setup: |-
  const data = {
    marketing: 'marketing',
    analytics: 'analytics',
    personalization: 'personalization',
    waitForUpdate: '500',
    adsDataRedaction: true,
    urlPassthrough: false,
  };
  const granted = { marketing: false, analytics: false, personalization: false };
  const found = {
    'askFirst.version': '1',
    'askFirst.state.decidedAt': 0,
    'askFirst.state.gpc.applied': false,
    'askFirst.state.regime': 'opt-in',
  };
  let decides;
  mock('copyFromWindow', function(path) {
    return found[path];
  });
  mock('callInWindow', function(path, first, second) {
    if (path === 'askFirst.on') decides = second;
    return granted[first];
  });
  let updates = [];
  mock('updateConsentState', function(state) {
    updates.push(state.ad_storage + ' ' + state.ad_user_data + ' ' + state.ad_personalization + ' ' +
      state.analytics_storage + ' ' + state.functionality_storage + ' ' + state.personalization_storage);
  });
  const denied = 'denied denied denied denied denied denied';
  const all = 'granted granted granted granted granted granted';
  const grant = function(yes) {
    granted.marketing = yes;
    granted.analytics = yes;
    granted.personalization = yes;
    found['askFirst.state.decidedAt'] = 1;
  };


___NOTES___

Part of AskFirst: docs/vendors/google.md tells how it is used. Where a page has this tag, "integrations.google" stays out of its
configuration, for Google would be told twice.
